"""What stands between a rendered site and its readers: folders, and later feeds and exports."""
