// The printed sheet: its title, and for each lab a code that opens it in the lesson's state on the pupil's phone.
import { headingText } from "../frame/current_heading";
import { isReachable, pageAddress, pathInSite } from "../print/page_address";
import { qrPicture } from "../print/qr/svg";

export function fillWorksheet(): void {
  const sheet = document.querySelector<HTMLElement>("section.worksheet");
  if (!sheet) return;
  const title = sheet.querySelector<HTMLElement>(".sheet-title");
  if (title) title.textContent = headingText(document.querySelector("article h1"));
  for (const figure of sheet.querySelectorAll<HTMLElement>("figure.qr")) {
    const address = `${pageAddress()}#${figure.dataset.anchor ?? ""}`;
    const written = figure.querySelector<HTMLElement>(".address");
    // A page opened from a folder has an address that no phone can reach.
    const reachable = isReachable(address);
    if (written) written.textContent = reachable ? address : pathInSite(address);
    const picture = reachable ? qrPicture(address) : null;
    figure.querySelector(".code")?.replaceChildren(...(picture ? [picture] : []));
  }
}
