-- Dovecot 2.3.16 or newer (package dovecot-auth-lua) asks Proofup for every password. Mode 0600: the key is in it.

local url = "http://127.0.0.1:8440/legacy/nginx-mail"
local key = "SHARED-KEY"

local client = nil

function script_init()
  client = dovecot.http.client {
    request_timeout_msecs = 3000,
    request_absolute_timeout_msecs = 3000,
    max_attempts = 1
  }
  return 0
end

function script_deinit() end

-- No control character belongs into a header.
local function header(text) return (string.gsub(text or "", "[%c]", "")) end

-- Every byte that is not plain in a header, as nginx escapes them.
local function escaped(text)
  return (string.gsub(text or "", "[^%w%-%._~@]", function(c) return string.format("%%%02X", string.byte(c)) end))
end

-- There is no lookup without a password.
function auth_passdb_lookup(_)
  return dovecot.auth.PASSDB_RESULT_USER_UNKNOWN, "no lookup without a password"
end

function auth_password_verify(request, password)
  local service = request.service == "submission" and "smtp" or request.service
  local ask = client:request { url = url, method = "GET" }
  ask:add_header("X-Auth-Key", key)
  ask:add_header("Auth-Method", "plain")
  ask:add_header("Auth-User", escaped(request.user))
  ask:add_header("Auth-Pass", escaped(password))
  ask:add_header("Auth-Protocol", header(service))
  ask:add_header("Client-IP", header(request.remote_ip))
  local answer = ask:submit()
  local verdict = answer:header("Auth-Status")
  if answer:status() ~= 200 or verdict == "" then
    dovecot.i_warning("proofup answers " .. answer:status() .. " " .. answer:reason())
    return dovecot.auth.PASSDB_RESULT_INTERNAL_FAILURE, "Proofup cannot be asked"
  end
  if verdict == "OK" then
    return dovecot.auth.PASSDB_RESULT_OK, "nopassword=y"
  end
  -- Too many attempts: the client is to try again, and keep its password.
  if answer:header("Auth-Error-Code") ~= "" then
    return dovecot.auth.PASSDB_RESULT_INTERNAL_FAILURE, verdict
  end
  return dovecot.auth.PASSDB_RESULT_PASSWORD_MISMATCH, verdict
end
