"""What happens when the program itself goes wrong."""
