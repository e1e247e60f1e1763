# Run as root: becomes another account and runs a command, with the data folder open as descriptor 9. Through
# /proc/self/fd/9 the account reaches that folder although it may not enter the folders above it.
#   as-account.sh uid gid data command...
uid=$1 gid=$2 data=$3
shift 3
exec 9<"$data" || exit
cd / || exit
if setpriv --help 2>/dev/null | grep -q -e --reuid; then
    exec setpriv --reuid="$uid" --regid="$gid" --clear-groups --inh-caps=-all -- "$@"
fi
account=$(id -un "$uid") || exit
if command -v runuser >/dev/null; then
    exec runuser -u "$account" -- "$@"
fi
exec su -s /bin/sh -c 'exec "$@"' -- "$account" su "$@"
