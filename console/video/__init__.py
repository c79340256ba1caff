"""Player hosts, relays, frames in shared memory and the fleet that runs them."""
