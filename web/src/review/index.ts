// The review page: questions that went wrong come back, one at a time, from all chapters in turn.

import { readAll } from "../code/saved/all_work";
import { builtHtml, button, element } from "../shared/element";
import { loadScript, staticRoot } from "../shared/load_script";
import { pageGlobal } from "../shared/page_global";
import { put } from "../shared/store";
import { say } from "../shared/words";
import {
  type Answered,
  type Card,
  dueAt,
  INTERVAL_DAYS,
  interleave,
  isDue,
  isLearnt,
  nextCard,
  wasMissed,
} from "./schedule";

/** As src/coursekit/book/directives/review.py writes it. */
interface Item {
  id: string;
  page: string;
  title: string;
  html: string;
}

/** A question that went wrong in its chapter. */
type MissedItem = Item & { answered: Answered };

interface ReviewGlobals {
  review?: Item[];
  startQuestion?: (section: HTMLElement) => void;
}

const reviewGlobals = (): ReviewGlobals => pageGlobal<ReviewGlobals>("coursekit", () => ({}));
const root = new URL("..", staticRoot).href;

class Review {
  private readonly status: HTMLElement;
  private readonly place: HTMLElement;
  private queue: MissedItem[] = [];
  private first = { right: 0, n: 0 };
  private readonly repeated = new Set<string>();

  constructor(
    private readonly box: HTMLElement,
    private readonly cards: Map<string, Card>,
    private readonly wrong: MissedItem[],
  ) {
    this.status = box.querySelector<HTMLElement>("[role=status]")!;
    this.place = box.querySelector<HTMLElement>(".place")!;
  }

  begin(all = false): void {
    const now = new Date();
    const wanted = this.wrong.filter(({ id, answered }) =>
      all ? !isLearnt(this.cards.get(id)) : isDue(this.cards.get(id), answered, now),
    );
    this.queue = interleave(wanted, ({ page }) => page);
    this.first = { right: 0, n: this.queue.length };
    this.box.dataset.state = this.queue.length ? "asking" : "empty";
    if (!this.queue.length) {
      this.nothing();
      return;
    }
    this.status.textContent = say("review.due", { n: this.queue.length });
    this.show();
  }

  private nothing(): void {
    const waiting = this.wrong.filter(({ id }) => !isLearnt(this.cards.get(id)));
    this.place.replaceChildren();
    if (!this.wrong.length) this.status.textContent = say("review.none-yet");
    else if (!waiting.length) this.status.textContent = say("review.all-known");
    else {
      const soonest = Math.min(...waiting.map(({ id, answered }) => dueAt(this.cards.get(id), answered)));
      const date = new Date(soonest).toLocaleDateString(document.documentElement.lang, {
        day: "numeric",
        month: "long",
      });
      this.status.textContent = say("review.none-due", { date, n: waiting.length });
      this.place.append(button(say("review.ahead"), () => this.begin(true)));
    }
  }

  private show(): void {
    const item = this.queue.shift();
    if (!item) {
      this.finish();
      return;
    }
    const link = element("a", { href: `${root}${item.page}#question-${item.id}` }, item.title);
    const from = element("p", { className: "from" }, `${say("review.from")} `, link);
    const section = builtHtml(item.html).querySelector<HTMLElement>("section.question")!;
    section.dataset.review = "";
    const after = element("p", { className: "after", role: "status" });
    this.place.replaceChildren(from, section, after);
    reviewGlobals().startQuestion!(section);
    section.addEventListener(
      "coursekit:answered",
      (event) => this.answered(item, (event as CustomEvent<boolean>).detail, after),
      {
        once: true,
      },
    );
    section
      .querySelector<HTMLElement>("input, select, button[data-move]:not(:disabled)")
      ?.focus({ preventScroll: true });
  }

  private answered(item: MissedItem, right: boolean, after: HTMLElement): void {
    const again = this.repeated.has(item.id);
    if (!again) {
      const card = nextCard(this.cards.get(item.id), right, new Date());
      this.cards.set(item.id, card);
      void put(`review/${item.id}`, card);
      if (right) this.first.right += 1;
    }
    const days = INTERVAL_DAYS[(this.cards.get(item.id)?.box ?? 1) - 1] ?? 1;
    const told = isLearnt(this.cards.get(item.id)) ? say("review.learnt") : say("review.right", { n: days });
    after.textContent = right ? told : say("review.wrong");
    if (!right && !again) {
      this.repeated.add(item.id);
      this.queue.push(item);
    }
    const more = say(this.queue.length ? "review.next" : "review.finish");
    const goOn = button(more, () => this.show(), "main");
    after.after(goOn);
    goOn.focus({ preventScroll: true });
  }

  private finish(): void {
    this.box.dataset.state = "done";
    this.place.replaceChildren();
    this.status.textContent = say("review.done", this.first);
    this.status.tabIndex = -1;
    this.status.focus();
  }
}

async function startReview(box: HTMLElement): Promise<void> {
  try {
    await Promise.all([loadScript("review-questions.js"), loadScript("question.js")]);
    const kept = await readAll();
    const wrong = (reviewGlobals().review ?? []).flatMap((item): MissedItem[] => {
      const answered = kept.get(`question/${item.id}`) as Answered | undefined;
      return answered !== undefined && wasMissed(answered) ? [{ ...item, answered }] : [];
    });
    const cards = new Map<string, Card>();
    for (const { id } of wrong) {
      const card = kept.get(`review/${id}`) as Card | undefined;
      if (card) cards.set(id, card);
    }
    new Review(box, cards, wrong).begin();
  } catch {
    box.querySelector("[role=status]")!.textContent = say("review.failed");
  }
}

for (const box of document.querySelectorAll<HTMLElement>("section.review")) void startReview(box);
