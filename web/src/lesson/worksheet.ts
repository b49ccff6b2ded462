// The printed sheet: its title, and for each lab a code that opens it in the lesson's state on the pupil's phone.
import { headingText } from "../frame/current_heading";
import { qrPicture } from "./qr/svg";

/** The page's own address, without what stands behind `#`. */
const pageAddress = (): string => location.href.split("#")[0] ?? "";

export function fillWorksheet(): void {
  const sheet = document.querySelector<HTMLElement>("section.worksheet");
  if (!sheet) return;
  const title = sheet.querySelector<HTMLElement>(".sheet-title");
  if (title) title.textContent = headingText(document.querySelector("article h1"));
  for (const figure of sheet.querySelectorAll<HTMLElement>("figure.qr")) {
    const address = `${pageAddress()}#${figure.dataset.anchor ?? ""}`;
    const written = figure.querySelector<HTMLElement>(".address");
    if (written) written.textContent = address;
    // A page opened from a folder has an address that no phone can reach.
    const picture = location.protocol.startsWith("http") ? qrPicture(address) : null;
    figure.querySelector(".code")?.replaceChildren(...(picture ? [picture] : []));
  }
}
