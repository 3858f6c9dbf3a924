"""The coach that watches: frames in, events out."""
