"""One repository a kind of thing kept: caches what it read, writes in bulk at commit."""
