"""What ends a command with one line on standard error."""

from ..errors import ZhPolicyTextError


class CommandError(ZhPolicyTextError):
    """Something about the command or one of its inputs: the message names it and says what to do."""


class InputError(CommandError):
    """One input that cannot be read. The others are still worth the work."""


def os_reason(error: OSError) -> str:
    """What the system said, without the number and without the path (the caller names it as the user did)."""
    return (error.strerror or str(error)).lower() or type(error).__name__
