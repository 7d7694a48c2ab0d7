export interface OpenedSocket {
  readonly protocols: readonly string[];
  readonly said: unknown[];
}

/** A WebSocket whose server says what a test has written down, connection after connection, and then ends it. */
export class ScriptedSocket extends EventTarget {
  readonly #opened: OpenedSocket;
  #closed = false;

  constructor(script: readonly object[] | 'refused', opened: OpenedSocket) {
    super();
    this.#opened = opened;
    queueMicrotask(() => {
      if (script === 'refused') return this.close();
      this.dispatchEvent(new Event('open'));
      for (const message of script) {
        if (!this.#closed) this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
      }
      this.close();
    });
  }

  send(text: string): void {
    this.#opened.said.push(JSON.parse(text));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.dispatchEvent(new Event('close'));
  }

  /** The constructor of such sockets, and what was opened by it. */
  static make(connections: readonly (readonly object[] | 'refused')[]) {
    const opened: OpenedSocket[] = [];
    const open = function open(_url: string, protocols: string[] = []) {
      const socket: OpenedSocket = { protocols, said: [] };
      opened.push(socket);
      return new ScriptedSocket(connections[opened.length - 1] ?? 'refused', socket);
    };
    return { WebSocket: open as unknown as typeof globalThis.WebSocket, opened };
  }
}
