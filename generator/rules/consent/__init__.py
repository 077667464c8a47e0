"""Rules about the consent of those who are quoted."""
