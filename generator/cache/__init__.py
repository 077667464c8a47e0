"""What makes a build quick: what earlier runs worked out, and work that is shared out."""
