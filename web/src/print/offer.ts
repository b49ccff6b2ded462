// "Print / PDF" at the foot of the page: printing it, and the PDFs that the site offers, where there are some.
import { element } from "../shared/element";
import { say } from "../shared/say";
import { pathInSite } from "./page_address";

interface Site {
  pages: { path: string; title: string }[];
  lessons?: { page: string }[];
  downloads?: { path: string; kind: string; bytes: number }[];
}

/** The PDFs of a page and of the whole course, as `make pdf` names them; none that is not there. */
function offers(site: Site, path: string): { path: string; title: string; bytes: number }[] {
  const name = path.replace(/^.*\//, "").replace(/\.html$/, "");
  const lesson = site.lessons?.some((one) => one.page === path);
  const title = site.pages.find((one) => one.path === path)?.title ?? "";
  const wanted = { [`downloads/pdf/${lesson ? "lesson-" : ""}${name}.pdf`]: title };
  wanted["downloads/pdf/course.pdf"] = say("print.whole");
  return (site.downloads ?? [])
    .filter((one) => one.kind === "pdf" && wanted[one.path])
    .map(({ path, bytes }) => ({ path, bytes, title: wanted[path] ?? "" }));
}

async function list(box: HTMLElement): Promise<void> {
  const root = document.documentElement.dataset.content_root ?? "./";
  const answer = await fetch(`${root}course.json`).catch(() => null); // a folder's pages may fetch nothing
  if (!answer?.ok) return;
  const found = offers((await answer.json()) as Site, pathInSite(location.href.split(/[?#]/)[0]));
  const items = found.map(({ path, title, bytes }) => {
    const megabytes = (bytes / 1e6).toFixed(1);
    return element("li", {}, element("a", { href: root + path }, say("print.file", { title, megabytes })));
  });
  box.querySelector("ul")?.replaceChildren(...items);
}

/** Let the box print, and list the PDFs once it is opened. */
export function startOffer(): void {
  const box = document.querySelector<HTMLDetailsElement>("details.paper");
  const button = box?.querySelector<HTMLButtonElement>("button");
  if (!box || !button) return;
  button.disabled = false;
  button.addEventListener("click", () => window.print());
  const once = (): void => {
    box.removeEventListener("toggle", once);
    void list(box);
  };
  if (box.open) once();
  else box.addEventListener("toggle", once);
}
