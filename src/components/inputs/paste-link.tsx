'use client';

import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { findPastedSecret, type LinkPage } from '@/platform/http/link-secret';

/** Opens a mailed link of this page by its pasted address, as it would open from the mail. */
export function PasteLink({ page }: { page: LinkPage }) {
  const [pasted, setPasted] = useState('');
  const [refused, setRefused] = useState(false);

  const open = (event: SubmitEvent) => {
    event.preventDefault();
    const secret = findPastedSecret(pasted, page);
    setRefused(secret === null);
    if (secret !== null) window.location.hash = secret;
  };

  return (
    <form onSubmit={open} noValidate style={{ width: '100%' }}>
      <Stack gap="sm">
        <TextInput
          label="Or paste the address from the mail"
          description="In the mail, press and hold the button (with a mouse: click it with the right button), choose “Copy link”, and paste it here."
          placeholder="https://…"
          size="md"
          inputMode="url"
          autoComplete="off"
          ta="left"
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
          error={
            refused && (
              <span role="alert">
                This is not the whole address. Copy it from “https://” to its last letter.
              </span>
            )
          }
        />
        <Button type="submit" variant="default" size="md">
          Open this address
        </Button>
      </Stack>
    </form>
  );
}
