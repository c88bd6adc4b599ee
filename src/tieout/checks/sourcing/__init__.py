"""What the rules on sources, names, structure and places share: statements with their notes, titles, sections."""
