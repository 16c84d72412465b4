# A mail server that prints each message as a line of JSON. It refuses some addresses: refused@ for good, later@ for now.
import email, email.policy, json, sys, time
from aiosmtpd.controller import Controller


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused@"):
            return "550 no such mailbox"
        if address.startswith("later@"):
            return "451 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        parts = {part.get_content_type(): part.get_content() for part in message.walk() if part.get_content_maintype() == "text"}
        headers = {name.lower(): str(value) for name, value in message.items()}
        print(json.dumps({"to": envelope.rcpt_tos, "headers": headers, "parts": parts}), flush=True)
        return "250 OK"


controller = Controller(Handler(), hostname="127.0.0.1", port=int(sys.argv[1]))
controller.start()
print("ready", flush=True)
sys.stdin.read()
