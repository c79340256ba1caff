"""What was asked of the hub and not yet answered."""
