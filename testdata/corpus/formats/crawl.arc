filedesc://saw.arc 0.0.0.0 20090101000000 text/plain 64
1 0 Saw
URL IP-address Archive-date Content-type Archive-length

http://example.org/0 1.2.3.4 20090101000000 text/html 159
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>fresh_cut saws celery green hammer. 1987 saws to café

she in</p></html>
http://example.org/1 1.2.3.4 20090101000000 text/html 118
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>quickly she. 12 flies</p></html>
http://example.org/2 1.2.3.4 20090101000000 text/html 120
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>1987 of saws Cafés Saw</p></html>
http://example.org/3 1.2.3.4 20090101000000 text/html 278
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>in fly green flies. eating quickly watch-maker watch hammer

hammer quickly celery 12. . café

green she open and 1987. the eating see watch see. 12 eating. &#x27;s open They ate ,</p></html>
http://example.org/4 1.2.3.4 20090101000000 text/html 122
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>in watch open fly &#x27;s</p></html>
http://example.org/5 1.2.3.4 20090101000000 text/html 229
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>celery quickly 12 open open

&#x27;s 1987 and celery CELERY. n&#x27;t o&#x27;clock celery saws. eating fresh_cut 12 watch-maker They</p></html>
http://example.org/6 1.2.3.4 20090101000000 text/html 262
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>opened saw and opened watch. flies &#x27;s saws café ate. see of of. CELERY watch They of quickly

she quickly eat. in opened watch-maker a Cafés. CELERY watch fly</p></html>
http://example.org/7 1.2.3.4 20090101000000 text/html 123
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>&#x27;s 1987. seen ate saw</p></html>
http://example.org/8 1.2.3.4 20090101000000 text/html 213
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>the . 12 open flies. to . fresh_cut watch-maker saws. watch-maker quickly of of of. hammer n&#x27;t saw-mill of saws</p></html>
http://example.org/9 1.2.3.4 20090101000000 text/html 113
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>They watch flies</p></html>
http://example.org/10 1.2.3.4 20090101000000 text/html 137
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>saw 12

hammer the . saw celery. . a fly</p></html>
http://example.org/11 1.2.3.4 20090101000000 text/html 266
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>, the n&#x27;t flies. &#x27;s and. n&#x27;t eating CELERY fly hammer

seen n&#x27;t watch old saw. old the fly. green saw old eating fresh_cut

seen old the watch opened</p></html>
http://example.org/12 1.2.3.4 20090101000000 text/html 182
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>Cafés . watched see of. Cafés watched old &#x27;s opened. saw saw eat n&#x27;t seen</p></html>
http://example.org/13 1.2.3.4 20090101000000 text/html 165
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>opened the CELERY Cafés hammer. n&#x27;t watched open. n&#x27;t . .</p></html>
http://example.org/14 1.2.3.4 20090101000000 text/html 224
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>opened fresh_cut CELERY o&#x27;clock flies. watched n&#x27;t watch she saw-mill. CELERY of and of. CELERY watch watch flies saw</p></html>
http://example.org/15 1.2.3.4 20090101000000 text/html 179
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>fly . , n&#x27;t o&#x27;clock. fly quickly quickly flies. saw fresh_cut. old flies</p></html>
http://example.org/16 1.2.3.4 20090101000000 text/html 198
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>saw seen café. to see 1987 open

in flies saws opened and. 1987 old in to flies. fly old to saw They</p></html>
http://example.org/17 1.2.3.4 20090101000000 text/html 115
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>watch fly n&#x27;t</p></html>
http://example.org/18 1.2.3.4 20090101000000 text/html 248
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>saws open watch-maker old old

quickly saws. watched eat Saw. to They. saw celery They open .

eat They to green n&#x27;t. see old seen quickly watched</p></html>
http://example.org/19 1.2.3.4 20090101000000 text/html 215
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>flies of They open celery. see she celery café o&#x27;clock

fly fresh_cut. the fly seen flies and. hammer of &#x27;s</p></html>
http://example.org/20 1.2.3.4 20090101000000 text/html 130
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>she to of. in watched opened open</p></html>
http://example.org/21 1.2.3.4 20090101000000 text/html 158
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>open quickly. They saw a open old. ate to celery flies Cafés</p></html>
http://example.org/22 1.2.3.4 20090101000000 text/html 114
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>eat Saw watch eat</p></html>
http://example.org/23 1.2.3.4 20090101000000 text/html 202
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>seen of fly green to. &#x27;s open CELERY eat saws. watch she celery eat saw. CELERY seen CELERY , Cafés</p></html>
http://example.org/24 1.2.3.4 20090101000000 text/html 135
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>and saw. quickly in eat .. Saw old see</p></html>
http://example.org/25 1.2.3.4 20090101000000 text/html 149
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>saws watch watched eating. eating old café ate They</p></html>
http://example.org/26 1.2.3.4 20090101000000 text/html 271
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>opened saw seen Saw. saw to

n&#x27;t see They hammer o&#x27;clock. she o&#x27;clock &#x27;s green of

café Cafés open watched saw-mill. of opened saws. saw celery saw-mill</p></html>
http://example.org/27 1.2.3.4 20090101000000 text/html 280
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>watch saws CELERY o&#x27;clock a. o&#x27;clock ate , see ate. and watch

They saw seen the. quickly open see Saw

opened watch saw. a CELERY n&#x27;t eat. fresh_cut watched see to saw</p></html>
http://example.org/28 1.2.3.4 20090101000000 text/html 157
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>fly of. Saw of saw eating eating. Cafés CELERY 1987 old fly</p></html>
http://example.org/29 1.2.3.4 20090101000000 text/html 348
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>&#x27;s fly ate .. fly Saw to saw-mill she. to flies old to 12. watch-maker 1987

saw Saw. saw-mill the hammer

quickly saws saw-mill saw saw-mill. watch-maker see &#x27;s seen saw. celery to green CELERY o&#x27;clock. celery n&#x27;t seen celery seen</p></html>
http://example.org/30 1.2.3.4 20090101000000 text/html 155
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>fresh_cut and &#x27;s. celery n&#x27;t watch-maker ate Saw</p></html>
http://example.org/31 1.2.3.4 20090101000000 text/html 287
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>, fly. seen fresh_cut eating .

n&#x27;t saws. eat watch-maker hammer café watch-maker

old ate and and. flies quickly watched eating CELERY. saw ate and celery to. eat a café café celery</p></html>
http://example.org/32 1.2.3.4 20090101000000 text/html 181
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>old seen the

saw-mill to eat flies the. &#x27;s &#x27;s of

saw &#x27;s watch-maker</p></html>
http://example.org/33 1.2.3.4 20090101000000 text/html 275
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>fly in opened a. flies open saw open. of flies watched saw. ate seen the celery of

celery the she eat saws. hammer saws o&#x27;clock ate. fly see eat she to. watched the she saw</p></html>
http://example.org/34 1.2.3.4 20090101000000 text/html 356
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>quickly café CELERY saws in. . flies fresh_cut ate &#x27;s. quickly flies. n&#x27;t in open

seen fresh_cut seen of. see eating n&#x27;t quickly o&#x27;clock. flies watch fresh_cut watch celery

&#x27;s quickly Cafés They open. she flies quickly watched see</p></html>
http://example.org/35 1.2.3.4 20090101000000 text/html 141
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>quickly CELERY open see. seen 12 watched saw</p></html>
http://example.org/36 1.2.3.4 20090101000000 text/html 348
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>in old café a eat. saws &#x27;s eat 12. flies watch-maker to old. café CELERY eat see a

They she eating saw flies. she n&#x27;t. &#x27;s saw celery of old. They see hammer Cafés fly

watch-maker hammer fresh_cut and CELERY. Saw saw flies Cafés 12</p></html>
http://example.org/37 1.2.3.4 20090101000000 text/html 174
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>saw-mill seen old. she flies hammer celery eating. 1987 watched a seen Cafés</p></html>
http://example.org/38 1.2.3.4 20090101000000 text/html 291
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>green eating

open fresh_cut see n&#x27;t. see quickly see saw in. fresh_cut eating saws saw watched. watch-maker fresh_cut in CELERY seen

she the Cafés &#x27;s Saw. open in the watch-maker of</p></html>
http://example.org/39 1.2.3.4 20090101000000 text/html 120
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><title>eat</title><p>to celery café &#x27;s</p></html>
