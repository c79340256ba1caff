"""The queue: alarms and cases as lists that are worked from the keyboard."""
