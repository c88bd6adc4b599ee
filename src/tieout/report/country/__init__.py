"""The country page: one country on one page, from all documents of a workspace, every statement by its quote."""
