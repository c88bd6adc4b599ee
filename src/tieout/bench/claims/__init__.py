"""True claims made from passages, and the ways in which they are spoilt."""
