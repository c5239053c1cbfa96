filedesc://a.arc 0.0.0.0 20200101000000 text/plain 68
1 0 Someone
URL IP-address Archive-date Content-type Archive-length

http://a.example/ 1.2.3.4 20200101000000 text/html 194
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8
Content-Length: 114

<!DOCTYPE html><html><head><title>x</title><script>no</script></head><body><p>The ant saw a bee.</p></body></html>
