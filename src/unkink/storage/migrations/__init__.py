"""How an older record becomes a newer one."""
