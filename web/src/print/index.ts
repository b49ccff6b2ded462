// What only paper needs: the works that the page cites, a code for each lab's state, and the address at its foot.
import sentences from "../../../src/coursekit/words/en/print.json";
import { addSentences, say } from "../shared/say";
import { showCodes } from "./codes";
import { paperLinks } from "./links";
import { startOffer } from "./offer";
import { isReachable, pageAddress, pathInSite } from "./page_address";
import { listWorks } from "./works";

addSentences(sentences);

/** A text as CSS has it between quotes. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;

/** What stands at the foot of each sheet. */
function footer(): void {
  const { style } = document.documentElement;
  const address = pageAddress();
  const title = document.querySelector(".top")?.getAttribute("data-course-title") ?? document.title;
  style.setProperty("--print-licence", quoted(say("print.licence", { title })));
  style.setProperty("--print-address", quoted(isReachable(address) ? address : pathInSite(address)));
}

let restore: (() => void) | undefined;

function prepare(): void {
  restore?.();
  footer();
  listWorks();
  showCodes();
  restore = paperLinks();
}

addEventListener("beforeprint", prepare);
addEventListener("afterprint", () => {
  restore?.();
  restore = undefined;
});
// Now too: what photographs the page as it is on paper does not say that it prints.
footer();
listWorks();
showCodes();
startOffer();
