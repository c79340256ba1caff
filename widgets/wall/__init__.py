"""The video wall: tiles that say how old their picture is, and who put which camera there."""
