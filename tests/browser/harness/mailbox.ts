// A mail server that keeps what it is given: for what `serve` sends.
import { createServer, type Server } from "node:net";

export interface Mail {
  to: string[];
  /** Headers and parts as they came over the wire. */
  raw: string;
  /** The parts in plain words, decoded. */
  text: string;
}

const WAITS = 20_000;

export class Mailbox {
  readonly mails: Mail[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static open(): Promise<Mailbox> {
    return new Promise((resolve, reject) => {
      const server = createServer();
      const box = new Mailbox(server);
      server.on("connection", (socket) => {
        let pending = "";
        let to: string[] = [];
        let letter: string[] | undefined;
        socket.setEncoding("utf8");
        socket.on("error", () => socket.destroy());
        const say = (line: string) => socket.write(`${line}\r\n`);
        say("220 mailbox");
        socket.on("data", (piece) => {
          const lines = (pending + piece).split("\r\n");
          pending = lines.pop() ?? "";
          for (const line of lines) {
            if (letter) {
              if (line !== ".") {
                letter.push(line.startsWith("..") ? line.slice(1) : line);
                continue;
              }
              const raw = letter.join("\r\n");
              box.mails.push({ to, raw, text: words(raw) });
              letter = undefined;
              to = [];
              say("250 kept");
            } else if (/^DATA/i.test(line)) {
              letter = [];
              say("354 go on");
            } else if (/^QUIT/i.test(line)) {
              say("221 bye");
              socket.end();
            } else {
              const address = /^RCPT TO:<([^>]*)>/i.exec(line);
              if (address) to.push(address[1] ?? "");
              say("250 mailbox");
            }
          }
        });
      });
      server.on("error", reject);
      server.listen(0, "127.0.0.1", () => resolve(box));
    });
  }

  get url(): string {
    const address = this.#server.address();
    if (!address || typeof address === "string") throw new Error("The mailbox is closed.");
    return `smtp://127.0.0.1:${address.port}`;
  }

  /** The newest mail to an address, waited for. */
  async to(address: string): Promise<Mail> {
    for (let waited = 0; waited < WAITS; waited += 100) {
      const mail = this.mails.filter((one) => one.to.includes(address)).at(-1);
      if (mail) return mail;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`No mail to ${address} came within ${WAITS / 1_000} s.`);
  }

  close(): void {
    this.#server.close();
  }
}

/** The letter without the transfer encodings of RFC 2045 that a plain text comes in. */
function words(raw: string): string {
  const quoted = raw.replace(/=\r\n/g, "").replace(/(?:=[0-9A-F]{2})+/g, (bytes) =>
    Buffer.from(bytes.replaceAll("=", ""), "hex").toString("utf8"),
  );
  return quoted.replace(/(?:^[A-Za-z0-9+/]{40,}={0,2}\r?\n?)+/gm, (lines) =>
    Buffer.from(lines, "base64").toString("utf8"),
  );
}
