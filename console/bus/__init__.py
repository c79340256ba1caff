"""ECP/1, the event and command protocol, over ZeroMQ."""
