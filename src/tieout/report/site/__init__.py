"""The site of a workspace: the frame all its pages share, the documents with their records marked, and the dossier."""
