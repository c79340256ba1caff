"""What cameras and venues last said of themselves."""

from __future__ import annotations

from dataclasses import replace

from console.domain.bodies import CameraStatus, VenuePresence
from console.domain.event import Event
from console.domain.facts import Kind
from console.services.camera_watch import CameraWatch
from console.services.work import Work


class Presence:
    """Handles camera and venue states; a state keeps the moment it began."""

    def __init__(self, watch: CameraWatch) -> None:
        self._watch = watch

    def camera(self, work: Work, event: Event, body: CameraStatus) -> None:
        """The camera platform speaks of a camera."""
        camera = work.uow.district.cameras().get(body.camera)
        if camera is None or (camera.state is body.state and camera.reason == body.reason):
            return
        since = camera.state_since if camera.state is body.state else event.received_at
        changed = replace(camera, state=body.state, state_since=since, reason=body.reason)
        work.uow.district.put_camera(changed)
        work.tell("CameraChanged", Kind.CAMERA, camera.id, changed)
        self._watch.follow(work, camera, changed)

    def venue(self, work: Work, event: Event, body: VenuePresence) -> None:
        """A venue's terminal answers, or does not."""
        venue = work.uow.district.venues().get(body.venue)
        if venue is None:
            return
        since = venue.state_since if venue.state is body.state else event.received_at
        changed = replace(venue, state=body.state, state_since=since, rtt_ms=body.rtt_ms)
        work.uow.district.put_venue(changed)
        work.tell("VenueChanged", Kind.VENUE, venue.id, changed)
