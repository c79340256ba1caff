"""Every schema this product ever had, as steps from an empty database."""
