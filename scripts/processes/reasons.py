"""What the system says went wrong with a file, in Chinese."""

from __future__ import annotations

import errno

_SAID = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "这里只能读，不能写",
    errno.ENOENT: "没有这个文件或目录",
    errno.ENOTDIR: "路径中间的一段是文件，不是目录",
    errno.EISDIR: "这是目录，不是文件",
    errno.EEXIST: "已有同名的文件",
    errno.ELOOP: "链接绕成了圈",
    errno.ENAMETOOLONG: "名字太长",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "文件太大",
    errno.EIO: "磁盘读写出错",
    errno.EPIPE: "管道另一头已经关上",
    errno.EBADF: "它已经关上",
}


def reason(error: OSError | ValueError) -> str:
    """Say in a few Chinese words why a file cannot be used; what we have no words for as it is."""
    if not isinstance(error, OSError):
        return "名字里有不能用的字符" if "null" in str(error) else str(error)
    return _SAID.get(error.errno or 0) or error.strerror or str(error)
