#!/bin/sh
# Makes what docker-compose.yml hands over as files, in ./secrets or the folder that is named. What is there stays, so it
# may run again; to change a secret remove its file, those that are made from it, and run this again. Needs openssl.
set -eu
umask 077
mkdir -p "${1:-secrets}"
cd "${1:-secrets}"
# Who may not enter the folder reads nothing of it. The files are read by containers whose users are not this one.
chmod 700 .

# Written whole or not at all.
keep() {
  if [ -s "$1" ]; then
    cat >/dev/null
  else
    cat >"$1.new" && chmod 444 "$1.new" && mv "$1.new" "$1"
  fi
}
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

for name in database_password app_database_password temporal_database_password tuntas_secret; do
  openssl rand -hex 32 | keep "$name"
done
for name in identity_keys payload_keys; do
  printf 'one:%s\n' "$(openssl rand -base64 32)" | keep "$name"
done
# Of other systems: for you to write.
for name in smtp_url oidc_client_secret metrics_token aws_credentials; do
  [ -e "$name" ] || { : >"$name" && chmod 444 "$name"; }
done
printf 'postgres://tuntas:%s@database:5432/tuntas\n' "$(cat database_password)" | keep database_url
printf 'postgres://tuntas_service:%s@database:5432/tuntas\n' "$(cat app_database_password)" | keep app_database_url

# An authority of its own, which signs whom Temporal's frontend lets in and who it is. Ten years: they are not for browsers.
[ -s authority.key ] || openssl ecparam -genkey -name prime256v1 -noout -out authority.key
[ -s temporal_authority.crt ] ||
  openssl req -x509 -new -key authority.key -days 3650 -subj '/CN=Tuntas Temporal' -out temporal_authority.crt
certificate() {
  [ -s "$1.crt" ] && return
  openssl ecparam -genkey -name prime256v1 -noout -out "$1.key"
  printf 'subjectAltName=DNS:temporal,DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=%s\n' "$2" >"$1.ext"
  openssl req -new -key "$1.key" -subj "/CN=$1" |
    openssl x509 -req -CA temporal_authority.crt -CAkey authority.key -days 3650 -extfile "$1.ext" -out "$1.crt" \
      -set_serial "0x$(openssl rand -hex 16)" 2>/dev/null
  rm "$1.ext"
}
certificate temporal_frontend serverAuth
certificate temporal_client clientAuth

# Who may what behind that door: a token a user, which Temporal's authorizer reads by the key in temporal_keys.json.
# Its own namespace, temporal-system, stands for the whole server.
[ -s tokens.key ] || openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out tokens.key 2>/dev/null
# Of the key's DER: nine bytes of head, then the modulus.
modulus=$(openssl rsa -in tokens.key -RSAPublicKey_out -outform DER 2>/dev/null | tail -c +10 | head -c 256 | base64url)
printf '{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"tuntas","e":"AQAB","n":"%s"}]}\n' "$modulus" |
  keep temporal_keys.json
token() {
  said=$(printf '{"alg":"RS256","typ":"JWT","kid":"tuntas"}' | base64url).$(
    printf '{"sub":"%s","permissions":[%s]}' "$1" "$2" | base64url
  )
  printf '%s.%s\n' "$said" "$(printf %s "$said" | openssl dgst -sha256 -sign tokens.key | base64url)"
}
token ui '"temporal-system:read","default:read"' | keep temporal_ui_token
# It makes the namespace, and is for emergencies: `temporal --api-key`.
token operator '"temporal-system:admin"' | keep temporal_operator_token
# As the SDK reads it (TEMPORAL_CONFIG_FILE).
keep temporal_client.toml <<EOF
[profile.default]
api_key = "$(token tuntas '"default:admin"')"

[profile.default.tls]
server_name = "temporal"
server_ca_cert_path = "/run/secrets/temporal_authority.crt"
client_cert_path = "/run/secrets/temporal_client.crt"
client_key_path = "/run/secrets/temporal_client.key"
EOF
chmod 444 ./*.crt temporal_*.key
chmod 400 authority.key tokens.key
