/* Calls and messages on a session, as a frontend of iTwin.js makes them. */
"use strict";
const { Type } = require("./messages.js");

/** The answer of iTwin.js for what the bridge itself refuses; the members are those that the generations look for. */
function failure(message, errorNumber = 32768, name = "Error") {
  return { error: { name, message, errorNumber, iTwinErrorId: { scope: "bentley-error", key: name } } };
}

class Conversation {
  /** `heard(channel, data)` takes what the backend sends of its own accord. */
  constructor(open, heard) {
    this.waiting = new Map();
    this.lastRequest = 0;
    this.session = open(
      (message) => (message.type === Type.RESPONSE ? this.answered(message.response, message.data) : heard(message.channel, message.data ?? [])),
      (why) => this.abandon(why),
    );
  }

  /** Calls a function; resolves with `{result}` or `{error}` and never rejects. */
  invoke(channel, method, data) {
    return new Promise((resolve) => {
      if (typeof method !== "string") return resolve(failure("a call without the name of a function"));
      const request = ++this.lastRequest;
      this.waiting.set(request, resolve);
      try {
        this.session.post({ type: Type.INVOKE, channel, method, data, request });
      } catch (error) {
        this.answered(request, failure(error.message));
      }
    });
  }

  /** Sends data to the listeners of the backend; throws when it can not be sent. */
  send(channel, data) {
    this.session.post({ type: Type.SEND, channel, data });
  }

  answered(request, answer) {
    const resolve = this.waiting.get(request);
    this.waiting.delete(request);
    resolve?.(answer ?? {});
  }

  abandon(why) {
    for (const resolve of this.waiting.values()) resolve(failure(why));
    this.waiting.clear();
  }

  close() {
    this.session.close();
    this.abandon("the page is gone");
  }
}

module.exports = { Conversation, failure };
