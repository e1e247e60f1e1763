# Makes the data folder and the runtime folder ready for the server; run by whoever runs the silo.
#   prepare.sh account data runtime
# Prints "uid gid" of the account that the server has to run under where this is root, else nothing.
set -euf
account=$1 data=$2 runtime=$3

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# The permissions ($1), the owner ($3) and the group ($4), as numbers; the name comes last and cannot confuse it.
facts() {
    LC_ALL=C ls -ldn -- "$1"
}

has_account() {
    id -u "$1" >/dev/null 2>&1
}

[ -d "$data" ] || mkdir -m 700 -- "$data"

uid=$(id -u) gid=$(id -g)
if [ "$uid" = 0 ]; then
    set -- $(facts "$data")
    owner=$3 group=$4
    if [ -z "$account" ] && [ "$owner" != 0 ]; then
        uid=$owner gid=$group
    else
        if [ -z "$account" ]; then
            if has_account postgres; then account=postgres; else account=nobody; fi
        fi
        has_account "$account" ||
            fail "Storage:Embedded:User is '$account' and there is no such account; name one that exists and is not root."
        uid=$(id -u "$account") gid=$(id -g "$account")
        [ "$uid" != 0 ] || fail "Storage:Embedded:User is '$account', which is root; PostgreSQL refuses that. Name another account."
    fi
    [ "$owner" = "$uid" ] || chown -R -h "$uid:$gid" "$data"
    echo "$uid $gid"
fi

# A server refuses a folder that others may enter.
set -- $(facts "$data")
case $1 in
    drwx------* | drwxr-x---*) ;;
    *) chmod 700 "$data" ;;
esac

# Whoever owns this folder can pose as the database, so one that belongs to somebody else is not taken.
own_runtime() {
    [ ! -L "$runtime" ] && [ -d "$runtime" ] || return 1
    set -- $(facts "$runtime")
    case $1 in drwx------*) [ "$3" = "$uid" ] ;; *) return 1 ;; esac
}

if ! own_runtime; then
    rmdir "$runtime" 2>/dev/null || true
    mkdir -m 700 "$runtime" 2>/dev/null ||
        fail "The socket's folder $runtime cannot be made, or is there and not private to the server's account;" \
            "remove it, or name another one in Storage:Embedded:RuntimeDirectory."
    [ "$(id -u)" = "$uid" ] || chown "$uid:$gid" "$runtime"
fi
