"""A simulated district: generator, sources, cameras, scenarios and a desk that works cases."""
