// The desk for people: what is chosen goes into the engine, and its marks come out on the page.
import { poolThings, resolveAssignment, type Thing } from "../../assignment/course";
import { BadAssignment, decode } from "../../assignment/format";
import { loadCourse } from "../../assignment/load_course";
import { setEnabled } from "../../shared/element";
import { say } from "../../shared/words";
import { type Key, readKey, shortHash } from "../files/answer_key";
import { type ChosenFile, chosenFiles, filesOfDrop, filesOfInput } from "../files/chosen_files";
import { GradingEngine, type GradingOptions } from "../grading/engine";
import type { Item, Marked } from "../types";
import { ClassListFields } from "./class_list_fields";
import { forgetBox } from "./forget_box";
import { ResultsView } from "./results_view";
import { StoredMarks } from "./stored_marks";

const UPDATE_INTERVAL_MS = 250; // ms between two looks at how far it is

interface Assigned {
  items: Item[] | undefined;
  title?: string;
  due?: string | null;
}

export class DeskForm {
  private handed: ChosenFile[] = [];
  private key: Key | undefined;
  private keyText = "";
  private engine: GradingEngine | undefined;
  private readonly results: ResultsView;
  private readonly lists: ClassListFields;

  constructor(private readonly section: HTMLElement) {
    this.results = new ResultsView(section);
    this.lists = new ClassListFields(section);
    const form = this.part<HTMLFormElement>("form");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.grade();
    });
    for (const name of ["files", "folder"]) {
      const input = this.field(name);
      input.addEventListener(
        "change",
        () => void chosenFiles(filesOfInput(input)).then((found) => this.setFiles(found)),
      );
    }
    this.field("key").addEventListener("change", () => void this.readKeyFile());
    const box = this.part<HTMLElement>(".drop");
    box.addEventListener("dragover", (event) => {
      event.preventDefault();
      box.classList.add("over");
    });
    box.addEventListener("dragleave", () => box.classList.remove("over"));
    box.addEventListener("drop", (event) => {
      event.preventDefault();
      box.classList.remove("over");
      if (event.dataTransfer)
        void filesOfDrop(event.dataTransfer)
          .then(chosenFiles)
          .then((found) => this.setFiles(found));
    });
    this.part<HTMLElement>('[data-do="stop"]').addEventListener("click", () => this.engine?.close());
    forgetBox(section, (text) => this.results.said(text));
    addEventListener("beforeunload", (event) => {
      if (this.engine) event.preventDefault();
    });
  }

  private part<T extends Element>(name: string): T {
    return this.section.querySelector<T>(name)!;
  }

  private field = (name: string): HTMLInputElement => this.part<HTMLInputElement>(`#desk-${name}`);
  private say(text: string, alert = false): void {
    const place = this.part<HTMLElement>(".said");
    place.textContent = text;
    place.classList.toggle("wrong", alert);
  }

  private setFiles(found: ChosenFile[]): void {
    this.handed = found;
    const n = found.length;
    this.part<HTMLElement>(".found").textContent = say(n ? "desk.found" : "desk.found-none", { n });
  }

  private async readKeyFile(): Promise<void> {
    const place = this.part<HTMLElement>(".keyed");
    this.key = undefined;
    try {
      this.keyText = (await this.field("key").files?.[0]?.text()) ?? "";
      if (!this.keyText) {
        place.textContent = "";
        return;
      }
      const key = readKey(this.keyText);
      this.key = key;
      const [exercises, questions, reflections] = [key.exercises.size, key.questions.size, key.reflections.size];
      place.textContent = say("desk.keyed", { exercises, questions, reflections });
      place.classList.remove("wrong");
    } catch (error) {
      place.textContent = (error as Error).message;
      place.classList.add("wrong");
    }
  }

  /** What the link assigns, for the key and this course; without a link, everything. @throws Error with a sentence */
  private async assigned(): Promise<Assigned> {
    const link = this.field("link").value.trim();
    if (!link) return { items: undefined };
    try {
      const assignment = decode(link);
      const course = await loadCourse();
      const kinds = ["exercise", "question", "reflection"];
      const things = course ? resolveAssignment(assignment, course, (kind) => kind).things : [];
      // Exercises of one's own are in the key and in no page.
      const own = [...assignment.items, ...poolThings(assignment)].filter(
        (item) => !things.some(({ kind, id }) => kind === item.kind && id === item.id),
      );
      const all: Partial<Thing>[] = [...things, ...own];
      const items = all
        .filter(({ kind }) => kinds.includes(kind ?? ""))
        .map(({ kind, id, points, pool, draw }) => ({ kind, id, points, pool, draw }) as Item);
      return { items, title: assignment.title, due: assignment.due };
    } catch (error) {
      throw error instanceof BadAssignment ? new Error(say(error.key, error.values)) : error;
    }
  }

  private async grade(): Promise<void> {
    if (this.section.dataset.state === "running") return;
    if (!this.handed.length) return this.say(say("desk.need-files"), true);
    if (!this.key) return this.say(say("desk.need-key"), true);
    const number = (name: string): number | undefined => this.field(name).valueAsNumber || undefined;
    try {
      this.setRunning(true);
      this.say(say("desk.starting"));
      const { items, title, due } = await this.assigned();
      const edited = this.field("edited")?.value === "receipt" ? "receipt" : "cells";
      const how: GradingOptions = { items, due, edited, jobs: number("jobs"), limit_s: number("limit") };
      const kept = new StoredMarks(
        `${this.key.print}/${shortHash(JSON.stringify([items ?? null, how.limit_s ?? 0, due ?? null, edited]))}`,
      );
      const lists = await this.lists.read();
      this.engine = await GradingEngine.open(this.key.raw, how, kept.marked, StoredMarks.earlier);
      const reads = new Map(this.handed.map(({ name, read }) => [name, read]));
      this.results.begin({ key: this.key, items, lists, title, due, kept, read: (name) => reads.get(name)?.() });
      this.engine.offer(this.handed);
      await this.follow(this.engine, kept);
    } catch (error) {
      this.say((error as Error).message, true);
    } finally {
      this.engine?.close();
      this.engine = undefined;
      this.setRunning(false);
    }
  }

  /** Take the marks as they come, and say how far it is. */
  private async follow(engine: GradingEngine, kept: StoredMarks): Promise<void> {
    const m = this.handed.length;
    const progress = this.part<HTMLProgressElement>("progress");
    const since = performance.now();
    let [n, fresh, shown] = [0, 0, 0];
    this.say("");
    progress.max = m;
    for (;;) {
      const some: Marked[] = await engine.next(50);
      if (!some.length) break;
      n += some.length;
      for (const one of some) {
        if (engine.made(one)) {
          fresh++;
          await kept.keep(one);
        }
      }
      this.results.add(some);
      progress.value = n;
      if (performance.now() - shown < UPDATE_INTERVAL_MS && n < m) continue;
      shown = performance.now();
      const minutes = fresh ? (((shown - since) / fresh) * (m - n)) / 60_000 : NaN;
      const left = minutes < 1 ? say("desk.under-minute") : say("desk.minutes", { n: Math.ceil(minutes) });
      this.part<HTMLElement>(".pace").textContent = say(fresh && n < m ? "desk.pace-left" : "desk.pace", {
        n,
        m,
        left,
      });
    }
    this.results.end();
    const done = n < m ? "desk.stopped" : fresh < n ? "desk.done-resumed" : "desk.done";
    this.say(say(done, { n, m, kept: n - fresh }));
  }

  private setRunning(on: boolean): void {
    this.section.dataset.state = on ? "running" : "ready";
    this.part<HTMLElement>(".going").hidden = !on;
    this.part<HTMLElement>('[data-do="stop"]').hidden = !on;
    setEnabled(this.part<HTMLButtonElement>('button[type="submit"]'), !on);
    if (on) this.part<HTMLElement>(".pace").textContent = "";
  }
}
