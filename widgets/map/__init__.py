"""The district map: grids by their worst open case, cameras, units, cases, drawn from caches."""
