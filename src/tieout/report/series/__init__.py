"""Pages and charts of official tables: windows of time, maps, timelines."""
