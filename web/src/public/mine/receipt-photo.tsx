// Number and key from a photo of the receipt, or a picture of its screen; it stays on the phone.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconQrcode } from '@tabler/icons-react';
import { useRef } from 'react';
import { ApiProblem } from '../../api/problems.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useMineTexts } from '../../texts/ways.ts';
import classes from './mine.module.css';
import { readPass } from './pass.ts';

interface ReceiptPhotoProps {
  /** Number and key, or a link that has both. */
  onFound: (text: string) => void;
}

export default function ReceiptPhoto({ onFound }: ReceiptPhotoProps) {
  const texts = useMineTexts();
  const input = useRef<HTMLInputElement>(null);
  const reading = useMutation({
    mutationFn: async (file: File) => {
      const { readPhoto } = await import('./read-photo.ts').catch(() => {
        throw new ApiProblem('unreachable');
      });
      const text = await readPhoto(file);
      if (text === undefined) return 'nothing';
      const { number, key } = readPass(text);
      if (number === undefined || key === undefined) return 'other';
      onFound(text);
      return 'found';
    },
  });
  const { data, error, isPending, mutate } = reading;
  return (
    <div className={classes.photo}>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) mutate(file);
          currentTarget.value = '';
        }}
      />
      {data === 'found' && <Notice tone="good" announce title={texts.photoRead} />}
      {(data === 'nothing' || data === 'other') && (
        <Notice tone="warn" announce title={data === 'other' ? texts.photoOther : texts.photoNothing}>
          <p>{texts.photoAgain}</p>
        </Notice>
      )}
      {error && <Failed error={error} />}
      <Button
        variant="default"
        leftSection={<IconQrcode size={20} aria-hidden />}
        aria-describedby="photo-why"
        loading={isPending}
        onClick={() => input.current?.click()}
      >
        {texts.photo}
      </Button>
      <p id="photo-why">{texts.photoWhy}</p>
    </div>
  );
}
