"""What HTTP has that no route of ours is about.

connections  heads of requests, with limits      negotiation  formats, by Accept
tags         ETags, and who has the answer       files        made whole, then sent
refusals     why a request is not answered
"""
