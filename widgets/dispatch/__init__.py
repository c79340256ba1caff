"""Who works on a case: whom to send, who owns it, what is searched, who is counted."""
