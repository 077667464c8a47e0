"""What the computer refused to do, in words that say what to do about it."""

import errno

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def explain_os_error(error: OSError) -> str:
    """Say why a file could not be read or written, and what to do."""
    if error.errno in _FULL:
        return "There is no room left on the disk. Make some, and try again."
    where = error.filename2 or error.filename
    if where is None:
        return f"{error.strerror or error}."
    if error.errno in _CLOSED:
        return f"{where} may not be written. Allow that, and try again."
    return f"{where}: {error.strerror}."
