import { Menu, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { t } from "../i18n";
import { chooseLocale, locale } from "../i18n/locale";
import { Icon } from "../ui/icons";
import bar from "./TopBar.module.css";

const schemes: readonly (readonly [MantineColorScheme, string])[] = [
  ["light", t.top.light],
  ["dark", t.top.dark],
  ["auto", t.top.auto],
];

export function SettingsMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const tick = (on: boolean) => (on ? <Icon name="check" size={16} /> : <span style={{ width: 16 }} />);
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={bar.button} aria-label={t.top.settings} title={t.top.settings}>
          <Icon name="settings" size={18} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.top.appearance}</Menu.Label>
        {schemes.map(([scheme, label]) => (
          <Menu.Item key={scheme} leftSection={tick(colorScheme === scheme)} onClick={() => setColorScheme(scheme)}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Label>{t.top.language}</Menu.Label>
        <Menu.Item leftSection={tick(locale === "vi")} onClick={() => chooseLocale("vi")} lang="vi">
          {t.top.vietnamese}
        </Menu.Item>
        <Menu.Item leftSection={tick(locale === "en")} onClick={() => chooseLocale("en")} lang="en">
          {t.top.english}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
