// A source of ECP/1 for Node.js, written from docs/manual/protocol.md.
// Reads its settings as one JSON line from stdin, publishes `count` events and ends when all of
// them are acknowledged. The spool is memory here; a real source keeps it on disk.
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { Dealer } from "zeromq";

const MAX_ITEMS = 256;
const WINDOW = 2000;
const HEARTBEAT_MS = 1000;
const SILENCE_MS = 3000;

function uuid7() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [8, 12, 16, 20, 32].map((end, i, ends) => hex.slice(ends[i - 1] ?? 0, end)).join("-");
}

class Source {
  constructor(settings) {
    this.settings = settings;
    this.epoch = Math.floor(Date.now() / 1000);
    this.spool = []; // item frames; number n stands at n - 1
    this.acked = 0;
    this.quarantined = [];
    this.done = false;
  }

  publish(type, key, severity, body) {
    const seq = this.spool.length + 1;
    const now = new Date().toISOString();
    const item = {
      v: 1, id: uuid7(), src: this.settings.src, ep: this.epoch, seq, type, sv: 1,
      occ: now, snt: now, clk: { sync: false, err_ms: null }, sev: severity, key,
      st: "actual", mt: "alert", ref: [], body,
    };
    this.spool.push(Buffer.from(JSON.stringify(item)));
    return item.id;
  }

  async run() {
    while (!this.done) {
      await this.converse();
      await new Promise((resume) => setTimeout(resume, 100 + 100 * Math.random()));
    }
  }

  // One connection: HELLO, then events until it is lost or everything is acknowledged.
  async converse() {
    const { endpoint, server_key, public_key, secret_key, src } = this.settings;
    const socket = new Dealer({
      immediate: true, linger: 0, sendHighWaterMark: 64, tcpKeepalive: 1,
      curveServerKey: server_key, curvePublicKey: public_key, curveSecretKey: secret_key,
    });
    socket.connect(endpoint);
    const state = { ready: false, next: 1, credit: 0, heard: Date.now(), spoke: 0, resend: 0, pause: 0 };
    let sending = Promise.resolve();
    const send = (kind, header, items = []) => {
      state.spoke = Date.now();
      sending = sending
        .then(() => socket.send(["ECP1", kind, JSON.stringify(header), ...items]))
        .catch(() => {});
    };
    const pump = () => {
      if (!state.ready || Date.now() < state.pause) return;
      while (state.next <= this.spool.length) {
        const room = Math.min(state.credit, WINDOW) - (state.next - 1 - this.acked);
        if (room <= 0) return;
        const items = this.spool.slice(state.next - 1, state.next - 1 + Math.min(room, MAX_ITEMS));
        send("EVENTS", { src, ep: this.epoch, from: state.next, n: items.length }, items);
        state.next += items.length;
        state.resend = Date.now() + 1000;
      }
    };
    const answers = {
      WELCOME: (header) => {
        Object.assign(state, { ready: true, next: header.acked + 1, credit: header.credit });
        this.acked = header.acked;
      },
      ACK: (header) => {
        if (header.ep !== this.epoch) return;
        state.credit = header.credit;
        this.acked = Math.max(this.acked, header.acked);
        state.next = Math.max(state.next, this.acked + 1);
        state.resend = Date.now() + 1000;
        this.quarantined.push(...(header.quar ?? []));
        if (this.acked >= this.spool.length) this.done = true;
      },
      NAK: (header) => { state.next = header.want; },
      BUSY: (header) => {
        state.pause = Date.now() + (header.retry_ms ?? 1000);
        state.next = this.acked + 1;
      },
      PING: (header) => send("PONG", { t: header.t, now: Date.now() }),
      ERR: (header) => {
        if (header.code === 401) hello();
        else throw new Error(`${header.code} ${header.reason}`);
      },
    };
    const hello = () =>
      send("HELLO", {
        proto: [1], src, ep: this.epoch, first: 1, last: this.spool.length,
        agent: "node-source/1", hb_ms: HEARTBEAT_MS, now: Date.now(),
      });
    const beat = setInterval(() => {
      const now = Date.now();
      if (now - state.heard > SILENCE_MS) return socket.close();
      if (state.ready && now > state.resend && state.next > this.acked + 1) {
        state.next = this.acked + 1;
        pump();
      }
      if (now - state.spoke >= HEARTBEAT_MS) send("PING", { t: now });
    }, 100);
    hello();
    try {
      for await (const [magic, kind, header] of socket) {
        if (magic.toString() !== "ECP1") continue;
        state.heard = Date.now();
        answers[kind.toString()]?.(JSON.parse(header.toString()));
        pump();
        if (this.done) break;
      }
    } finally {
      clearInterval(beat);
      if (!socket.closed) socket.close();
    }
  }
}

const lines = createInterface({ input: process.stdin });
for await (const line of lines) {
  const settings = JSON.parse(line);
  const source = new Source(settings);
  const ids = [];
  for (let n = 0; n < settings.count; n += 1) {
    const unit = `u${n}`;
    const body = { unit, lon: 114.97, lat: 30.18, speed: 1.5, heading: 90, status: "on_patrol" };
    ids.push(source.publish("unit.position", unit, 4, n === settings.bad ? { unit } : body));
  }
  await source.run();
  const told = JSON.stringify({ ids, quarantined: source.quarantined });
  await new Promise((written) => process.stdout.write(`${told}\n`, written));
  break;
}
process.exit(0);
