"""Use cases, run inside the hub; they know the domain and ports, never an adapter."""
