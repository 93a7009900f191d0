"""The U-Net of room torch in PyTorch, and how many images per second it trains on and predicts.

    python3 unet.py WIDTH MULTIPLIERS BLOCKS ATTENTION_FROM PATCH STEPS THREADS

One line of JSON per kind of work, with the fields of the Java benchmark. The network has no class
labels; batches of 64 grey images of 28x28; fp32; AdamW, clipping and moving average as there. A
sixth of the steps comes before, for warming up.
"""

import json
import math
import resource
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

BATCH = 64
STEPS_OF_THE_PROCESS = 1000


def norm(channels):
    groups = 8
    while channels % groups:
        groups -= 1
    return nn.GroupNorm(groups, channels)


class Residual(nn.Module):
    def __init__(self, before, after, time_width):
        super().__init__()
        self.norm0 = norm(before)
        self.convolution0 = nn.Conv2d(before, after, 3, padding=1)
        self.time = nn.Linear(time_width, after)
        self.norm1 = norm(after)
        self.convolution1 = nn.Conv2d(after, after, 3, padding=1)
        self.shortcut = nn.Identity() if before == after else nn.Conv2d(before, after, 1)

    def forward(self, x, embedded):
        h = self.convolution0(F.silu(self.norm0(x)))
        h = h + self.time(embedded)[:, :, None, None]
        return self.shortcut(x) + self.convolution1(F.silu(self.norm1(h)))


class Attention(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.norm = norm(channels)
        self.queries = nn.Conv2d(channels, 3 * channels, 1)
        self.projection = nn.Conv2d(channels, channels, 1)

    def forward(self, x):
        images, channels, height, width = x.shape
        three = self.queries(self.norm(x)).reshape(images, 3, channels, height * width)
        q, k, v = three.unbind(1)
        shares = torch.softmax(torch.bmm(q.transpose(1, 2) / math.sqrt(channels), k), -1)
        mixed = torch.bmm(v, shares.transpose(1, 2)).reshape(x.shape)
        return x + self.projection(mixed)


class Stage(nn.Module):
    def __init__(self, before, after, time_width, attends):
        super().__init__()
        self.block = Residual(before, after, time_width)
        self.attention = Attention(after) if attends else nn.Identity()

    def forward(self, x, embedded):
        return self.attention(self.block(x, embedded))


class UNet(nn.Module):
    def __init__(self, width, multipliers, blocks, attention_from, patch):
        super().__init__()
        channels = [width * m for m in multipliers]
        levels, time_width, folded = len(channels), 4 * width, patch * patch
        self.width, self.patch = width, patch
        self.time0 = nn.Linear(2 * width, time_width)
        self.time1 = nn.Linear(time_width, time_width)
        self.entry = nn.Conv2d(folded, width, 3, padding=1)
        self.falling, self.halve = nn.ModuleList(), nn.ModuleList()
        before = width
        for level, own in enumerate(channels):
            stages = nn.ModuleList()
            for _ in range(blocks):
                stages.append(Stage(before, own, time_width, level >= attention_from))
                before = own
            self.falling.append(stages)
            if level + 1 < levels:
                self.halve.append(nn.Conv2d(own, own, 3, stride=2, padding=1))
        self.bottom0 = Stage(before, before, time_width, attention_from < levels)
        self.bottom1 = Stage(before, before, time_width, False)
        self.rising, self.enlarge = nn.ModuleList(), nn.ModuleList()
        for level in reversed(range(levels)):
            own = channels[level]
            attends = level >= attention_from
            self.rising.append(
                nn.ModuleList(Stage(2 * own, own, time_width, attends) for _ in range(blocks))
            )
            if level:
                self.enlarge.append(nn.Conv2d(own, channels[level - 1], 3, padding=1))
        self.exit_norm = norm(width)
        self.exit = nn.Conv2d(width, folded, 3, padding=1)

    def forward(self, x, steps):
        frequencies = torch.exp(-math.log(10000) * torch.arange(self.width) / self.width)
        phases = steps[:, None] * frequencies[None]
        waves = torch.cat([phases.sin(), phases.cos()], 1)
        embedded = F.silu(self.time1(F.silu(self.time0(waves))))
        h = self.entry(x if self.patch == 1 else F.pixel_unshuffle(x, self.patch))
        joins = []
        for level, stages in enumerate(self.falling):
            for stage in stages:
                h = stage(h, embedded)
                joins.append(h)
            if level < len(self.halve):
                h = self.halve[level](h)
        h = self.bottom1(self.bottom0(h, embedded), embedded)
        for level, stages in enumerate(self.rising):
            for stage in stages:
                h = stage(torch.cat([h, joins.pop()], 1), embedded)
            if level < len(self.enlarge):
                h = self.enlarge[level](F.interpolate(h, scale_factor=2))
        h = self.exit(F.silu(self.exit_norm(h)))
        return h if self.patch == 1 else F.pixel_shuffle(h, self.patch)


def seconds_of_processor():
    use = resource.getrusage(resource.RUSAGE_SELF)
    return use.ru_utime + use.ru_stime


def measure(work, repetitions, name, network):
    wall, processor = time.perf_counter(), seconds_of_processor()
    for i in range(repetitions):
        work(i)
    wall, processor = time.perf_counter() - wall, seconds_of_processor() - processor
    images = BATCH * repetitions
    line = {
        "work": name,
        "engine": f"Python PyTorch {torch.__version__}, fp32, {torch.get_num_threads()} threads",
        "parameters": sum(p.numel() for p in network.parameters()),
        "images": images,
        "imagesPerSecond": images / wall,
        "imagesPerProcessorSecond": images / processor,
    }
    print(json.dumps(line), flush=True)


def main(width, multipliers, blocks, attention_from, patch, repetitions, threads):
    torch.set_num_threads(int(threads))
    torch.manual_seed(1)
    multipliers = [int(m) for m in multipliers.split(",")]
    network = UNet(int(width), multipliers, int(blocks), int(attention_from), int(patch))
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-4, weight_decay=0.01)
    average = [p.detach().clone() for p in network.parameters()]
    noisy, noise = torch.randn(BATCH, 1, 28, 28), torch.randn(BATCH, 1, 28, 28)
    steps = (torch.arange(BATCH) * 997 % STEPS_OF_THE_PROCESS).float()
    repetitions = int(repetitions)

    def train(_):
        optimiser.zero_grad(set_to_none=True)
        F.mse_loss(network(noisy, steps), noise).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        with torch.no_grad():
            torch._foreach_mul_(average, 0.9)
            torch._foreach_add_(average, list(network.parameters()), alpha=0.1)

    def predict(_):
        with torch.no_grad():
            network(noisy, steps)

    for i in range(repetitions // 6):
        train(i)
    measure(train, repetitions, "train", network)
    predict(0)
    measure(predict, repetitions, "predict", network)


if __name__ == "__main__":
    main(*sys.argv[1:])
