#!/bin/sh
# Unpacks the distribution's WordPress under /opt/passaparola-peers/wordpress. Installed, it would bring a web server along and start it for
# everybody to reach; the tests serve it themselves, on loopback. apt checks the packages. Run as root; running it again is harmless.
set -eu

target=/opt/passaparola-peers/wordpress

if [ -f "$target/usr/share/wordpress/wp-load.php" ]; then
  echo "WordPress is already there: $target"
  exit 0
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 777 "$scratch"

apt-get update -qq
# With the libraries to which its files point.
(cd "$scratch" && apt-get -qq download wordpress php-getid3 libjs-cropper libjs-underscore)

mkdir -p "$target"
for package in "$scratch"/*.deb; do
  dpkg-deb -x "$package" "$target"
done

test -f "$target/usr/share/wordpress/wp-load.php"
echo "WordPress is unpacked: $target"
