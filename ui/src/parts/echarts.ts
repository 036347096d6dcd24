// The parts of ECharts in use, kept out of the first bundle.

import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, AriaComponent, GridComponent, TooltipComponent, SVGRenderer]);

export { init };
