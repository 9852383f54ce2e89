"""What happens around every answer."""
