// Under each lab the code and the link that open it in the state that is on paper.
import { element } from "../shared/element";
import { say } from "../shared/say";
import { isReachable, pageAddress, pathInSite } from "./page_address";
import { qrPicture } from "./qr/svg";

/** What the lab's own script says its link ends with; a lab that is not at work yet stands as it opens. */
function stateOf(section: HTMLElement): string {
  const asked = new CustomEvent("coursekit:state", { detail: { query: section.dataset.opens ?? "" } });
  section.dispatchEvent(asked);
  return asked.detail.query;
}

/** Put the code and the link under each lab, for the state that it is in now. */
export function showCodes(): void {
  for (const section of document.querySelectorAll<HTMLElement>("article section.lab")) {
    const query = stateOf(section);
    const page = section.closest<HTMLElement>("article")?.dataset.address ?? pageAddress();
    const address = `${page}#lab-${section.dataset.lab ?? ""}${query ? `?${query}` : ""}`;
    const reachable = isReachable(address);
    const code = reachable ? qrPicture(address) : null;
    const written = reachable ? element("a", { href: address }, address) : pathInSite(address);
    const said = element(
      "p",
      {},
      say(query ? "print.lab-state" : "print.lab"),
      element("span", { className: "address" }, written),
    );
    section.querySelector(":scope > .lab-code")?.remove();
    const place = element("div", { className: "lab-code" }, ...(code ? [code] : []), said);
    section.querySelector(".folds")?.insertAdjacentElement("beforebegin", place) ?? section.append(place);
  }
}
