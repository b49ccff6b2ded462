// On every page: light or dark, the list of chapters on small screens, and the scripts of the sections that are here.
import { startContents } from "./frame/contents";
import { startDefinitionSheet } from "./frame/definition_sheet";
import { dismissDefinitions } from "./frame/definitions";
import { startOutline } from "./frame/outline";
import { nameScrollers } from "./frame/scrollers";
import { prepareSearch, tellSearch } from "./frame/search_page";
import { courseKey } from "./shared/course";
import { loadScript, staticRoot, whenIdle } from "./shared/load_script";
import { guardSliders } from "./shared/touch_sliders";

const root = document.documentElement;

function remembered(key: string, storage = (): Storage => localStorage): string | null {
  try {
    return storage().getItem(courseKey(key));
  } catch {
    return null; // storage may be closed to a page opened from a file
  }
}

function paint(theme: string): void {
  root.dataset.theme = theme;
  root.dataset.mode = theme;
  document.querySelector(".theme-switch-button")?.setAttribute("aria-pressed", String(theme === "dark"));
}

// Before the first paint, hence the script is not deferred.
root.classList.add("js");
const darkSystem = matchMedia("(prefers-color-scheme: dark)");
const chosen = (): string => remembered("theme") ?? (darkSystem.matches ? "dark" : "light");
paint(chosen() === "dark" ? "dark" : "light");
if (location.protocol.startsWith("http")) {
  // From file:// a browser refuses to preload fonts, and says so in the console.
  for (const font of ["source-serif-4-latin-400-normal", "source-sans-3-latin-400-normal"]) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous" });
    link.href = `${staticRoot}fonts/${font}.woff2`;
    document.head.append(link);
  }
}

function switchable(): void {
  const button = document.querySelector<HTMLButtonElement>(".theme-switch-button");
  const turn = (theme: string): void => {
    paint(theme);
    document.dispatchEvent(new CustomEvent("coursekit:theme", { detail: theme }));
  };
  let pressed = false;
  paint(root.dataset.theme ?? "light");
  button?.addEventListener("click", () => {
    pressed = true;
    turn(root.dataset.theme === "dark" ? "light" : "dark");
    try {
      localStorage.setItem(courseKey("theme"), root.dataset.theme ?? "light");
    } catch {
      // It then lasts for this page only.
    }
  });
  // What the reader has not chosen here follows the system, also while the page is open.
  darkSystem.addEventListener("change", () => {
    if (!pressed && chosen() !== root.dataset.theme) turn(chosen());
  });
}

function wake(selector: string, script: string, atOnce: boolean): void {
  const sections = [...document.querySelectorAll<HTMLElement>(selector)];
  if (!sections.length) return;
  const load = (): void => {
    loadScript(script).catch(() => {
      for (const section of sections) {
        if (section.querySelector(":scope > .load-failed")) continue;
        const note = document.createElement("p");
        note.className = "load-failed";
        note.setAttribute("role", "alert");
        note.textContent = (root.dataset.failed ?? "").replace("{file}", script);
        section.append(note);
      }
    });
  };
  if (atOnce || !("IntersectionObserver" in window)) {
    load();
    return;
  }
  const near = new IntersectionObserver(
    (seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      near.disconnect();
      load();
    },
    { rootMargin: "600px" },
  );
  for (const section of sections) near.observe(section);
}

function myWork(): void {
  // What lasts only as long as this tab is said where it is seen (store.ts tells).
  document.addEventListener("coursekit:not-kept", () => {
    const note = document.querySelector<HTMLElement>("p.not-kept");
    if (note) note.textContent ||= note.dataset.text ?? "";
  });
  const box = document.querySelector<HTMLElement>("details.my-work");
  box?.addEventListener("toggle", () => loadScript("work.js").catch(() => undefined), { once: true });
}

function onceLoaded(act: () => void): void {
  if (document.readyState === "complete") act();
  else addEventListener("load", act, { once: true });
}

function withoutConnection(): void {
  // Last of all: what the reader sees comes first. Files opened from a folder are here already.
  if (!("serviceWorker" in navigator) || !document.querySelector("section.offline")) return;
  onceLoaded(() => whenIdle(() => void loadScript("offline.js").catch(() => undefined), 4000));
}

function paper(): void {
  // Whoever prints does so a while after the page came; what only paper needs comes last.
  const load = (): void => void loadScript("print.js").catch(() => undefined);
  const box = document.querySelector("details.paper");
  box?.addEventListener("toggle", load, { once: true });
  if (!box || !document.querySelector("section.lab, article .bibtex-citation")) return;
  onceLoaded(() => whenIdle(load, 5000));
}

function assigned(): void {
  if (!document.getElementById("contents")) return; // slides are shown to a room: nothing on them is the reader's own
  const begin = (): void => {
    // As web/src/assignment/stored.ts has it: this tab's own, or that which was chosen last.
    const kept = remembered("assignment", () => sessionStorage) ?? remembered("assignment");
    if ((kept && kept !== "-") || location.hash.startsWith("#assignment="))
      void loadScript("assignment.js").catch(() => undefined);
  };
  // From a folder each page has a process of its own, and may see only a moment later what the one before it put away.
  for (const name of ["hashchange", "load", "storage", "coursekit:assignment"]) addEventListener(name, begin);
  begin();
}

function progress(): void {
  // At once: what is done before it is there would not count.
  if (document.getElementById("contents")) void loadScript("course-progress.js").catch(() => undefined);
}

guardSliders(); // before any script that listens to them
prepareSearch(); // before the search's own scripts run
document.addEventListener("DOMContentLoaded", () => {
  assigned();
  progress();
  withoutConnection();
  paper();
  myWork();
  switchable();
  startContents();
  startOutline();
  tellSearch();
  dismissDefinitions();
  startDefinitionSheet();
  nameScrollers();
  // A link into a lab sets its controls: then it must not wait until it is scrolled to.
  wake("section.lab", "lab.js", location.hash.startsWith("#lab-"));
  wake("section.exercise", "exercise.js", location.hash.startsWith("#exercise-"));
  wake("section.question, section.prediction, section.calibration, section.reflection", "question.js", false);
  wake("section.desk", "desk.js", true);
  wake("section.memo", "memo.js", false);
  wake("section.assign", "assign.js", true);
  wake("section.scene", "scene.js", true);
  wake("section.lesson", "lesson.js", true);
  wake("section.review", "review.js", true);
  wake("section.work-summary", "summary.js", true);
  wake("section.ledger", "ledger.js", true);
  wake("section.downloads", "downloads.js", true);
  wake("section.timeline-drawn", "timeline.js", true);
});
