/*
 * Relays between Electron's IPC and the JVM. Every page, not every window, is a frontend of its own to the backend: one that is loaded again begins
 * anew, and gets no answers to what the page before it asked.
 */
"use strict";
const { Conversation } = require("./conversation.js");
const { DIALOG_CHANNELS } = require("./dialogs.js");

const PAGE = "itwin.imodel4j/page";
const RPC_OBJECTS = "itwin.rpc.objects";
/** The channel on which a page answers what the backend asked it; the backend makes a new one for each question. */
const ANSWER_CHANNEL = /^itwin\..{1,200}-invoke_response-\d{1,15}$/;
const MOST_ANSWERS = 1000;

class Pages {
  /** `isOurs(url)` tells the pages of the application from others. */
  constructor(electron, link, isOurs) {
    this.ipcMain = electron.ipcMain;
    this.link = link;
    this.isOurs = isOurs;
    this.byContents = new Map();
    this.watched = new WeakSet();
    this.handled = new Set();
    this.listened = new Map();
    this.answerChannels = new Map();
    this.ipcMain.on(PAGE, (event) => {
      if (!this.trusts(event)) return;
      this.leave(event.sender);
      this.pageOf(event.sender).send(PAGE, []);
    });
  }

  /** Sets which channels the backend handles and listens to: Electron's IPC knows no wildcards. */
  setChannels(all, listened) {
    // The backend has answers there for shells without dialogs; ours has them.
    const handled = all.filter((channel) => !DIALOG_CHANNELS.includes(channel));
    for (const channel of [...this.handled].filter((known) => !handled.includes(known))) {
      this.handled.delete(channel);
      this.ipcMain.removeHandler(channel);
    }
    for (const channel of handled.filter((name) => !this.handled.has(name))) {
      this.handled.add(channel);
      this.ipcMain.handle(channel, (event, method, ...data) => this.invoked(event, channel, method, data));
    }
    for (const [channel, listener] of [...this.listened].filter(([known]) => !listened.includes(known))) {
      this.listened.delete(channel);
      this.ipcMain.removeListener(channel, listener);
    }
    for (const channel of listened.filter((name) => !this.listened.has(name))) {
      const listener = (event, ...data) => this.sent(event, channel, data);
      this.listened.set(channel, listener);
      this.ipcMain.on(channel, listener);
    }
  }

  trusts(event) {
    return Boolean(event.senderFrame && this.isOurs(event.senderFrame.url));
  }

  invoked(event, channel, method, data) {
    if (!this.trusts(event)) throw new Error("only pages of the application may call its backend");
    return this.pageOf(event.sender).invoke(channel, method, data);
  }

  sent(event, channel, data) {
    if (!this.trusts(event)) return;
    try {
      this.pageOf(event.sender).send(channel, data);
    } catch (error) {
      // Nobody waits for an answer, so the console of the application is the only place to tell.
      console.error(`imodel4j: a message on ${channel} was not sent: ${error.message}`);
    }
  }

  pageOf(contents) {
    return this.byContents.get(contents.id) ?? this.arrive(contents);
  }

  arrive(contents) {
    const page = new Conversation(
      (heard, ended) =>
        this.link.open(heard, (why) => {
          ended(why);
          this.byContents.delete(contents.id);
        }),
      (channel, data) => this.push(contents, channel, data),
    );
    this.watch(contents);
    this.byContents.set(contents.id, page);
    return page;
  }

  watch(contents) {
    if (this.watched.has(contents)) return;
    this.watched.add(contents);
    contents.once("destroyed", () => this.leave(contents));
    contents.on("render-process-gone", () => this.leave(contents));
  }

  leave(contents) {
    this.byContents.get(contents.id)?.close();
    this.byContents.delete(contents.id);
    for (const channel of this.answerChannels.keys()) this.forgetAnswer(channel, contents.id);
  }

  push(contents, channel, data) {
    if (contents.isDestroyed()) return;
    if (typeof data[0] === "string" && ANSWER_CHANNEL.test(data[0])) this.awaitAnswer(data[0], contents.id);
    // The text of an RPC answer comes as bytes, which spares quoting it twice.
    const result = channel === RPC_OBJECTS ? data[0]?.result : undefined;
    if (result?.objects instanceof Uint8Array) result.objects = Buffer.from(result.objects.buffer).toString();
    try {
      contents.send(channel, ...data);
    } catch (error) {
      // The page went in this moment.
      console.error(`imodel4j: a message on ${channel} did not reach its page: ${error.message}`);
    }
  }

  /** Listens for the answer of a page; several pages may answer on channels of one name. */
  awaitAnswer(channel, id) {
    if (!this.answerChannels.has(channel)) {
      if (this.answerChannels.size >= MOST_ANSWERS) this.dropAnswers(this.answerChannels.keys().next().value);
      const listener = (event, ...data) => {
        if (!this.answerChannels.get(channel)?.pages.has(event.sender.id)) return;
        this.forgetAnswer(channel, event.sender.id);
        this.sent(event, channel, data);
      };
      this.answerChannels.set(channel, { listener, pages: new Set() });
      this.ipcMain.on(channel, listener);
    }
    this.answerChannels.get(channel).pages.add(id);
  }

  forgetAnswer(channel, id) {
    const { pages } = this.answerChannels.get(channel);
    if (pages.delete(id) && pages.size === 0) this.dropAnswers(channel);
  }

  dropAnswers(channel) {
    this.ipcMain.removeListener(channel, this.answerChannels.get(channel).listener);
    this.answerChannels.delete(channel);
  }
}

module.exports = { Pages };
