"""What every page shares: the base page, blocks, pictures, dates, addresses and the frame."""
