// The screens, in the order of the sidebar.

import { catalogue } from "../screens/catalogue";
import { certificates } from "../screens/certificates";
import { disclosure } from "../screens/disclosure";
import { dispositions } from "../screens/dispositions";
import { history } from "../screens/history";
import { importing } from "../screens/importing";
import { overview } from "../screens/overview";
import { planning } from "../screens/plan";
import { procurement } from "../screens/procurement";
import { settings } from "../screens/settings";

export const sidebar = [overview, procurement, dispositions, certificates, planning, disclosure, history, settings];
export const screens = [...sidebar, importing, catalogue];
