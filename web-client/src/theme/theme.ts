// Mantine speaks our tokens.

import { createTheme, Input, Menu, Modal, Popover, Select, Tooltip, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const deep: MantineColorsTuple = [
  "#eaf1fd",
  "#d2e0f8",
  "#a6c1f0",
  "#78a0e6",
  "#4f83dc",
  "#3470d3",
  "#245fc2",
  "#1a50aa",
  "#12408a",
  "#0b2f6b",
];

const dark: MantineColorsTuple = [
  "#e7ebf1",
  "#a7b2c2",
  "#8a96a8",
  "#6b7788",
  "#343d4b",
  "#2b3340",
  "#232a36",
  "#1a1f29",
  "#12161d",
  "#0d1016",
];

const quick = { duration: 100 };

export const theme = createTheme({
  primaryColor: "deep",
  primaryShade: { light: 8, dark: 6 },
  colors: { deep, dark },
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', Arial, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', 'Segoe UI', Arial, sans-serif" },
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "1.5", sm: "1.5", md: "1.55", lg: "1.5", xl: "1.4" },
  radius: { sm: "6px", md: "6px" },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    InputDescription: Input.Description.extend({ styles: { description: { fontSize: 12, lineHeight: 1.45 } } }),
    Modal: Modal.extend({ defaultProps: { transitionProps: quick, centered: false, yOffset: "6vh" } }),
    Menu: Menu.extend({ defaultProps: { transitionProps: quick, shadow: "md", position: "bottom-end" } }),
    Popover: Popover.extend({ defaultProps: { transitionProps: quick, shadow: "md" } }),
    Tooltip: Tooltip.extend({ defaultProps: { transitionProps: quick, openDelay: 300, multiline: true, maw: 360 } }),
    Select: Select.extend({ defaultProps: { maxDropdownHeight: 320 } }),
  },
});

const shared = {
  "--mantine-color-body": "var(--lv-surface)",
  "--mantine-color-text": "var(--lv-text)",
  "--mantine-color-dimmed": "var(--lv-dim)",
  "--mantine-color-placeholder": "var(--lv-dim)",
  "--mantine-color-default-border": "var(--lv-border)",
  "--mantine-color-default": "var(--lv-surface)",
  "--mantine-color-default-color": "var(--lv-text)",
  "--mantine-color-error": "var(--lv-red)",
  "--mantine-color-anchor": "var(--lv-accent)",
};

export const variables: CSSVariablesResolver = () => ({
  variables: { "--mantine-shadow-md": "var(--lv-shadow)", "--mantine-shadow-xl": "var(--lv-shadow)" },
  light: shared,
  dark: shared,
});
